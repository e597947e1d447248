#include "draw/graph/palette.h"

#include "model/initials.h"

static void
mark_used (AmPalette *palette, const AmMap *map, const gboolean *shown)
{
  for (guint32 i = 0; i < map->claims->len; i++)
    {
      AmRange by = am_map_claim (map, i)->by;
      for (guint32 k = 0; k < by.count; k++)
        {
          guint32 stakeholder = am_map_ref (map, by.start + k)->index;
          if (stakeholder == AM_NONE)
            continue;
          palette->badges[stakeholder].asserts = TRUE;
          palette->badges[stakeholder].used |= shown == NULL || shown[i];
        }
    }
}

void
am_palette_init (AmPalette *palette, const AmMap *map, const gboolean *shown,
                 const AmColours *colours)
{
  g_autofree char **initials = am_initials_new (map); /* the badges take the strings */
  guint next = 0;

  palette->count = map->stakeholders->len;
  palette->badges = g_new0 (AmBadge, (gsize) palette->count + 1);
  mark_used (palette, map, shown);
  for (guint32 i = 0; i < palette->count; i++)
    palette->badges[i].initials = initials[i];
  for (guint32 i = 0; i < palette->count; i++)
    if (palette->badges[i].asserts)
      palette->badges[i].colour = colours->badges[next++ % AM_N_BADGE_COLOURS];
}

void
am_palette_clear (AmPalette *palette)
{
  for (guint32 i = 0; i < palette->count; i++)
    g_free (palette->badges[i].initials);
  g_clear_pointer (&palette->badges, g_free);
  palette->count = 0;
}
