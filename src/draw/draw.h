/* From a map to a picture. No type of Graphviz appears here, so that a program can be built
   without it: then draw/absent.c takes the place of everything else in draw/. */

#pragma once

#include "model/filter.h"
#include "model/merged.h"
#include "reason/evaluation.h"

typedef enum
{
  AM_DRAW_SVG,
  AM_DRAW_DOT,
  AM_DRAW_PNG,
  AM_DRAW_PDF,
  AM_N_DRAW_FORMATS
} AmDrawFormat;

/* NULL-terminated; the name of format f, which is also its file name suffix, is at f. */
extern const char *const am_draw_format_names[];

/* Dark and print are drawn as they are; light follows, as SVG, how the reader's screen is set. */
typedef enum
{
  AM_DRAW_LIGHT,
  AM_DRAW_DARK,
  AM_DRAW_PRINT, /* tells nothing by hue */
} AmDrawTheme;

/* Where arrows lead: from right to left, from top to bottom, … */
typedef enum
{
  AM_DRAW_RL,
  AM_DRAW_TB,
  AM_DRAW_LR,
  AM_DRAW_BT,
} AmDrawDirection;

/* A sheet of paper that the picture is to fit on, upright or across. */
typedef enum
{
  AM_DRAW_ANY_PAGE,
  AM_DRAW_A4,
  AM_DRAW_A3,
  AM_DRAW_LETTER,
} AmDrawPage;

/* What is drawn. All of it is borrowed, and must outlive the pagination. */
typedef struct
{
  const AmMap *map; /* any, valid or invalid */
  const AmEvaluation *evaluation; /* of the map, to be shown on cards; NULL for none */
  const AmMerged *merged; /* where the map is a merged one: added, removed and changed cards and
                             lines are marked; else NULL */
} AmScene;

/* How it is drawn. */
typedef struct
{
  AmDrawTheme theme;
  AmDrawDirection direction;
  const char *font; /* a family, or NULL; letters, digits, spaces and hyphens only */
  guint columns; /* of text on a card; 0 for the usual number */
  AmDrawPage page;
  gboolean no_key;
  const char *id_prefix; /* before every id of an SVG, or NULL; letters, digits, "-", "_" and "."
                            only, a letter or "_" first */
  gboolean fast; /* texts are measured without fonts, by tables: the picture is the same on every
                    machine; no PNG and no PDF then */
} AmDrawOptions;

#define AM_DRAW_ALL G_MAXUINT /* of a depth */

/* What of a map is drawn: the claims that everything here lets through, and for each the way to the
 * thesis that it bears on. */
typedef struct
{
  guint32 focus; /* only what bears on this claim; AM_NONE for all theses */
  guint depth; /* only what bears on focus or theses in so many steps; AM_DRAW_ALL for any number */
  AmFilter filter;
} AmDrawChoice;

#define AM_DRAW_EVERYTHING ((AmDrawChoice){ AM_NONE, AM_DRAW_ALL, AM_FILTER_ALL })

/* NULL-terminated, in the order of the enumerations. */
extern const char *const am_draw_theme_names[];
extern const char *const am_draw_direction_names[];
extern const char *const am_draw_page_names[]; /* the first is "" */

typedef enum
{
  AM_DRAW_ERROR_ABSENT, /* built without Graphviz */
  AM_DRAW_ERROR_GRAPHVIZ, /* layout or output failed */
  AM_DRAW_ERROR_FONTS, /* this format needs fonts, and none may be used */
  AM_DRAW_ERROR_PAGE, /* on this page the text would be too small to read */
  AM_DRAW_ERROR_TOO_LARGE, /* a bitmap beyond what can be drawn legibly */
} AmDrawError;

#define AM_DRAW_ERROR (am_draw_error_quark ())
GQuark am_draw_error_quark (void);

/* Which pictures a map takes: one, or an overview and one for each thesis. */
typedef struct _AmPagination AmPagination;

/* What becomes of a map that is too large for one picture. */
typedef enum
{
  AM_DRAW_DIVIDED, /* one for each thesis, or, where there is only one thesis, as deep as it goes */
  AM_DRAW_ONE_FILE, /* one, as deep as it goes */
  AM_DRAW_WHOLE, /* one, whatever it costs */
} AmDrawExtent;

/* What @choice lets through of the map of @scene. The tag of the choice must outlive the
   pagination. Never NULL; free with am_pagination_free(). */
AmPagination *am_pagination_new (const AmScene *scene, const AmDrawChoice *choice,
                                 AmDrawExtent extent);
void am_pagination_free (AmPagination *pagination);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmPagination, am_pagination_free)

/* How many pictures, at least one. */
guint am_pagination_count (const AmPagination *pagination);

/* What tells picture @number from the others in the name of its file: a thesis's id, or another
   word without a slash. NULL for the first. */
const char *am_pagination_suffix (const AmPagination *pagination, guint number);

/* Whether the choice has conditions that no claim meets. */
gboolean am_pagination_chooses_none (const AmPagination *pagination);

/* What the reader of the pictures is to be told of the pagination, or NULL. */
const char *am_pagination_notice (const AmPagination *pagination);

/* Appends picture @number of the pagination to @out. @remarks, which may be NULL, is appended
   strings: what should be known of a picture that was drawn all the same. FALSE with @error
   (AM_DRAW_ERROR) when it fails, and then nothing is appended to @out. Graphviz has global state:
   never call this from two threads. */
gboolean am_draw (const AmPagination *pagination, guint number, const AmDrawOptions *options,
                  AmDrawFormat format, GString *out, GPtrArray *remarks, GError **error);

/* Reads what every process that is forked for a picture would read for itself. It starts no thread,
 * and am_draw() may. */
void am_draw_prepare (void);

/* Whether text is about as wide on this machine as where there are Helvetica, Arial or Liberation
   Sans. Where it is not, a picture may not fit its text when others style at it. */
gboolean am_draw_has_usual_font (void);

/* Whether this machine has a font called @family. */
gboolean am_draw_has_font (const char *family);

/* True when @format can be drawn fast. */
gboolean am_draw_can_be_fast (AmDrawFormat format);

/* "Graphviz 2.43.0", or that there is none. Static. */
const char *am_draw_library_version (void);
