#include "base/edits.h"

#include "base/normal.h"
#include "base/text.h"

#include <string.h>

/* --- words and lines --- */

/* A word, or a line. */
typedef struct
{
  const char *start;
  guint32 length;
  gboolean apart; /* white space stands before it */
  gboolean plain; /* ASCII, but for characters that count as the same as others */
  char *normal; /* as am_normal_text() leaves it; NULL where that is how it stands */
} Word;

#define JOINER 0x200D

static gboolean
is_ideograph (gunichar c)
{
  return am_text_char_width (c) == 2;
}

/* Whether a new word begins at @c, which comes after @before in one run of text. */
static gboolean
begins_word (gunichar before, gunichar c)
{
  return am_text_char_width (c) > 0 && before != JOINER
      && (is_ideograph (before) || is_ideograph (c));
}

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->normal);
}

/* Where a word goes on that the hyphen at @p divides at the end of a line; NULL when it divides
 * none. */
static const char *
find_rest (const char *p, gunichar before)
{
  gboolean ended = FALSE;
  gunichar c = g_utf8_get_char (p);

  if ((c != '-' && c != 0xAD && c != 0x2010) || before == ' ')
    return NULL;
  for (p = g_utf8_next_char (p); g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p))
    ended = ended || *p == '\n' || *p == '\r';
  return ended && g_unichar_isalnum (g_utf8_get_char (p)) ? p : NULL;
}

static GArray *
split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  gunichar before = ' ';

  for (const char *p = text != NULL ? text : "", *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);
      next = g_utf8_next_char (p);
      if (g_unichar_isspace (c))
        {
          before = ' ';
          continue;
        }
      if (before == ' ' || begins_word (before, c))
        {
          Word word = { p, 0, before == ' ', TRUE, NULL };
          g_array_append_val (words, word);
        }
      Word *last = &g_array_index (words, Word, words->len - 1);
      const char *rest = find_rest (p, before);
      next = rest != NULL ? rest : next;
      last->length += (guint32) (next - p);
      last->plain = last->plain && rest == NULL && c < 0x7F && c != '`' && c != '"'
                 && ((c != '-' && c != '\'') || before != c);
      before = c;
    }
  g_array_set_clear_func (words, clear_word);
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);
      if (!word->plain)
        word->normal = am_normal_text (word->start, word->length);
    }
  return words;
}

/* Lines without their ends. */
static GArray *
split_lines (const char *text, gsize length)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *stop = memchr (p, '\n', (gsize) (end - p));
      stop = stop != NULL ? stop : end;
      gsize kept = (gsize) (stop - p);
      if (stop < end && kept > 0 && p[kept - 1] == '\r')
        kept--;
      Word line = { p, (guint32) kept, FALSE, TRUE, NULL }; /* every byte of a line counts */
      g_array_append_val (lines, line);
      p = stop + 1;
    }
  return lines;
}

static const Word *
word_at (const GArray *words, guint i)
{
  return &g_array_index (words, Word, i);
}

static gboolean
is_same (const GArray *a, guint i, const GArray *b, guint k)
{
  const Word *first = word_at (a, i), *second = word_at (b, k);

  if (first->length == second->length && memcmp (first->start, second->start, first->length) == 0)
    return TRUE;
  if (first->normal == NULL && second->normal == NULL)
    return FALSE;
  g_autofree char *owned_first =
      first->normal == NULL ? g_strndup (first->start, first->length) : NULL;
  g_autofree char *owned_second =
      second->normal == NULL ? g_strndup (second->start, second->length) : NULL;
  return am_normal_same_forms (first->normal != NULL ? first->normal : owned_first,
                               second->normal != NULL ? second->normal : owned_second);
}

/* --- the shortest way from one to the other --- */

/* What stands in both texts, as it is marked: keeps a place for each word. */
typedef struct
{
  const GArray *old_words, *new_words;
  guint first, old_end, new_end; /* the words that differ: from first on, up to these */
  gboolean *old_kept, *new_kept;
  guint kept;
  guint64 work; /* what may still be looked at */
} Script;

/* Beyond so many words that differ nobody follows, and the cost grows with their square. */
#define MOST_STEPS 200

/* Texts that repeat one word are walked along on every diagonal: so many bytes may be compared. */
#define MOST_WORK ((guint64) 1 << 28)

static void
keep (Script *s, guint i, guint k)
{
  s->old_kept[i] = s->new_kept[k] = TRUE;
  s->kept++;
}

static void
keep_ends (Script *s)
{
  while (s->first < s->old_end && s->first < s->new_end
         && is_same (s->old_words, s->first, s->new_words, s->first))
    {
      keep (s, s->first, s->first);
      s->first++;
    }
  while (s->old_end > s->first && s->new_end > s->first
         && is_same (s->old_words, s->old_end - 1, s->new_words, s->new_end - 1))
    {
      s->old_end--;
      s->new_end--;
      keep (s, s->old_end, s->new_end);
    }
}

/* reach[step][diagonal + step] is how far into the old words the best way of so many steps comes on
   the diagonal; NOWHERE where there is none. */
typedef struct
{
  int n, m; /* words that differ: old, new */
  int *reach[MOST_STEPS + 1];
} Trace;

#define NOWHERE (-1)

static int
reach_of (const Trace *trace, int step, int diagonal)
{
  return step < 0 || ABS (diagonal) > step ? NOWHERE : trace->reach[step][diagonal + step];
}

/* Where the best way comes to the diagonal: @down by adding a word, else by removing one. */
static int
start_of (const Trace *trace, int step, int diagonal, gboolean *down)
{
  int left = reach_of (trace, step - 1, diagonal - 1),
      above = reach_of (trace, step - 1, diagonal + 1);
  int removed = left == NOWHERE || left == trace->n ? NOWHERE : left + 1;
  int added = above == NOWHERE || above - diagonal > trace->m ? NOWHERE : above;

  *down = added > removed;
  return step == 0 ? 0 : MAX (added, removed);
}

/* Whether two of the words that differ are the same, as long as that may be asked. */
static gboolean
looks_same (Script *s, int x, int y)
{
  guint i = s->first + (guint) x, k = s->first + (guint) y;
  s->work -= MIN (s->work, (guint64) word_at (s->old_words, i)->length + 16);
  return s->work > 0 && is_same (s->old_words, i, s->new_words, k);
}

/* Goes one step further on every diagonal; whether the end is reached. */
static gboolean
advance (Script *s, Trace *trace, int step)
{
  gboolean down;

  trace->reach[step] = g_new (int, (gsize) step * 2 + 1);
  for (int i = 0; i < step * 2 + 1; i++)
    trace->reach[step][i] = NOWHERE;
  for (int diagonal = -step; diagonal <= step; diagonal += 2)
    {
      int x = start_of (trace, step, diagonal, &down);
      while (x != NOWHERE && x < trace->n && x - diagonal < trace->m
             && looks_same (s, x, x - diagonal))
        x++;
      trace->reach[step][diagonal + step] = x;
      if (x == trace->n && x - diagonal == trace->m)
        return TRUE;
    }
  return FALSE;
}

/* Back from the end, keeping what the way passes along diagonals. */
static void
walk_back (Script *s, const Trace *trace, int steps)
{
  int x = trace->n, y = trace->m;
  gboolean down;

  for (int step = steps; step >= 0; step--)
    {
      int start = start_of (trace, step, x - y, &down);
      for (; x > start; x--, y--)
        keep (s, s->first + (guint) x - 1, s->first + (guint) y - 1);
      if (down)
        y--;
      else
        x--;
    }
}

/* FALSE where that would take too long: then nothing of the middle is kept. */
static gboolean
keep_middle (Script *s)
{
  Trace trace = { (int) (s->old_end - s->first), (int) (s->new_end - s->first), { NULL } };
  int steps = 0;

  s->work = MOST_WORK;
  while (steps <= MOST_STEPS && s->work > 0 && !advance (s, &trace, steps))
    steps++;
  gboolean found = steps <= MOST_STEPS && s->work > 0;
  if (found)
    walk_back (s, &trace, steps);
  for (guint i = 0; i < G_N_ELEMENTS (trace.reach); i++)
    g_free (trace.reach[i]);
  return found;
}

static void
script_clear (Script *s)
{
  g_free (s->old_kept);
  g_free (s->new_kept);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Script, script_clear)

/* FALSE where that would take too long: then only what both begin and end with is kept. */
static gboolean
compare (Script *s, const GArray *old_words, const GArray *new_words)
{
  *s = (Script){ .old_words = old_words,
                 .new_words = new_words,
                 .old_end = old_words->len,
                 .new_end = new_words->len,
                 .old_kept = g_new0 (gboolean, (gsize) old_words->len + 1),
                 .new_kept = g_new0 (gboolean, (gsize) new_words->len + 1) };
  keep_ends (s);
  return keep_middle (s);
}

/* --- what is told --- */

static void
clear_edit (gpointer data)
{
  g_free (((AmEdit *) data)->text);
}

/* Words from @from up to @to as one edit. */
static void
add_edit (GArray *edits, AmEditKind kind, const GArray *words, guint from, guint to)
{
  if (from == to)
    return;
  GString *text = g_string_new (NULL);
  for (guint i = from; i < to; i++)
    {
      if (i > from && word_at (words, i)->apart)
        g_string_append_c (text, ' ');
      g_string_append_len (text, word_at (words, i)->start, word_at (words, i)->length);
    }
  AmEdit edit = { kind, g_string_free (text, FALSE) };
  g_array_append_val (edits, edit);
}

static guint
run_of (const gboolean *kept, guint from, guint end, gboolean wanted)
{
  while (from < end && kept[from] == wanted)
    from++;
  return from;
}

/* Words that only one of the texts has, and after them as many as both have in a row. */
typedef struct
{
  guint old_start, old_end, new_start, new_end;
  guint same;
} Stretch;

/* Goes on from the stretch before; begins with one of zeros. FALSE at the end. */
static gboolean
find_stretch (const Script *s, Stretch *at)
{
  guint old_count = s->old_words->len, new_count = s->new_words->len;

  at->old_start = at->old_end + at->same;
  at->new_start = at->new_end + at->same;
  at->old_end = run_of (s->old_kept, at->old_start, old_count, FALSE);
  at->new_end = run_of (s->new_kept, at->new_start, new_count, FALSE);
  at->same = MIN (run_of (s->old_kept, at->old_end, old_count, TRUE) - at->old_end,
                  run_of (s->new_kept, at->new_end, new_count, TRUE) - at->new_end);
  return at->old_start < old_count || at->new_start < new_count;
}

static GArray *
tell (const Script *s)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (AmEdit));

  g_array_set_clear_func (edits, clear_edit);
  for (Stretch at = { 0 }; find_stretch (s, &at);)
    {
      add_edit (edits, AM_EDIT_REMOVED, s->old_words, at.old_start, at.old_end);
      add_edit (edits, AM_EDIT_ADDED, s->new_words, at.new_start, at.new_end);
      add_edit (edits, AM_EDIT_SAME, s->new_words, at.new_end, at.new_end + at.same);
    }
  return edits;
}

/* Of texts with less than a third in common, what is common are words like “the”. */
static void
forget_chance (Script *s)
{
  if (s->kept * 3 >= MIN (s->old_words->len, s->new_words->len))
    return;
  memset (s->old_kept, 0, s->old_words->len * sizeof (gboolean));
  memset (s->new_kept, 0, s->new_words->len * sizeof (gboolean));
}

GArray *
am_edits_new (const char *old_text, const char *new_text)
{
  g_autoptr (GArray) old_words = split (old_text), new_words = split (new_text);
  g_auto (Script) s = { 0 };

  compare (&s, old_words, new_words);
  forget_chance (&s);
  return tell (&s);
}

/* --- lines --- */

static AmLines
lines_of (const GArray *lines, guint from, guint end)
{
  if (from == end)
    return (AmLines){ .first = from };
  const Word *last = word_at (lines, end - 1);
  const char *start = word_at (lines, from)->start;
  return (AmLines){ from, end - from, start, (gsize) (last->start + last->length - start) };
}

GArray *
am_edits_of_lines (const char *old_text, gsize old_length, const char *new_text, gsize new_length,
                   gboolean *cut)
{
  g_autoptr (GArray) old_lines = split_lines (old_text, old_length),
                     new_lines = split_lines (new_text, new_length);
  g_auto (Script) s = { 0 };
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (AmLineEdit));

  *cut = !compare (&s, old_lines, new_lines);
  for (Stretch at = { 0 }; find_stretch (&s, &at);)
    {
      AmLineEdit edit = { lines_of (old_lines, at.old_start, at.old_end),
                          lines_of (new_lines, at.new_start, at.new_end) };
      if (edit.removed.count > 0 || edit.added.count > 0)
        g_array_append_val (changes, edit);
    }
  return changes;
}
