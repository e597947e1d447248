/* command/terminal: what libraries print while standard output is kept for answers. */

#include "unit.h"

#include "command/terminal.h"

#include <stdio.h>
#include <unistd.h>

static void
speak (void)
{
  am_output_hold ();
  fputs ("buffered by a library\n", stdout);
  g_assert_cmpint (write (STDOUT_FILENO, "written by a library\n", 21), ==, 21);
  am_output_release ();
  am_output_release ();
  g_assert_cmpint (am_print ("the answer\n", 11), ==, AM_EXIT_OK);
}

static void
test_hold (void)
{
  if (g_test_subprocess ())
    {
      speak ();
      speak ();
      return;
    }
  g_test_trap_subprocess (NULL, 0, (GTestSubprocessFlags) 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout ("*the answer\nthe answer\n*");
  g_test_trap_assert_stdout_unmatched ("*library*");
  g_test_trap_assert_stderr ("*written by a library\nbuffered by a library\nwritten by a "
                             "library\nbuffered by a library\n*");
}

/* Who has closed standard output finds it closed again. */
static void
test_closed (void)
{
  if (g_test_subprocess ())
    {
      close (STDOUT_FILENO);
      am_output_hold ();
      am_output_release ();
      g_assert_cmpint (am_print ("the answer\n", 11), ==, AM_EXIT_TROUBLE);
      return;
    }
  g_test_trap_subprocess (NULL, 0, (GTestSubprocessFlags) 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("*cannot write standard output: Bad file descriptor*");
  g_test_trap_assert_stderr_unmatched ("*the answer*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/output/hold", test_hold);
  g_test_add_func ("/output/closed", test_closed);
  return g_test_run ();
}
