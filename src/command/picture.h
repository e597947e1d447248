/* One map and the files of its pictures: what argmap render does, once it is known what is asked
 * for. */

#pragma once

#include "command/exit.h"
#include "draw/draw.h"

/* What the command line says. */
typedef struct
{
  gint type, theme, direction, columns, page, depth, issue, kind, jobs;
  char *output, *folder, *font, *focus, *stakeholder, *tag, *id_prefix;
  gboolean evaluate, fast, force, no_key, single_page, watch;
} AmRenderOptions;

/* The formats of -T: those of a picture, then a page to explore it. */
#define AM_PICTURE_PAGE AM_N_DRAW_FORMATS
extern const char *const am_picture_format_names[]; /* NULL-terminated */

typedef struct
{
  guint format; /* AmDrawFormat or AM_PICTURE_PAGE */
  AmDrawOptions draw_options;
  const AmRenderOptions *options;
  GHashTable *files; /* path of a map → am_picture_file() */
  GHashTable *outputs; /* all of these */
  gboolean begun; /* --watch has drawn once */
} AmRender;

/* What @command was given as --id-prefix, which may be NULL, for a picture in @format: a usage
 * error where it cannot begin ids. */
AmExit am_picture_check_prefix (const char *command, const char *prefix, const char *format);

/* Where the picture of @path goes: where -o says, else NAME.FORMAT beside the map, or in the
   folder; NULL is standard output. Caller owns it. */
char *am_picture_file (const AmRender *render, const char *path);

/* What is done once for pictures that are drawn in several processes, or NULL. */
void (*am_picture_prepare (const AmRender *render)) (void);

/* Draws the map at @path, which is among the files, up to @jobs of its pictures at a time, and
   prints what was written. @first: it is the first of all, and with it comes what is to be said
   once. */
AmExit am_picture_draw (const AmRender *render, const char *path, guint jobs, gboolean first);
