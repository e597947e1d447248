/* argmap: argument maps of policy debates, checked, drawn and summed up. */

#include "command/command.h"

#include <signal.h>

/* The locale is left as "C" on purpose: no number and no message may depend on where the program runs; text is UTF-8. */
int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN); /* a closed pipe is a failed write, with a message and a status of its own */
  return am_command_main (argc, argv);
}
