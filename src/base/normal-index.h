/* Which of many texts count as the same as another, by their forms (base/normal.h). */

#pragma once

#include <glib.h>

typedef struct _AmNormalIndex AmNormalIndex;

AmNormalIndex *am_normal_index_new (void);
void am_normal_index_free (AmNormalIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmNormalIndex, am_normal_index_free)

#define AM_NORMAL_INDEX_NEW G_MAXUINT32

/* The value of the text that was added first of those that count as the same as this; where there
   is none, it is added with
   @value, and AM_NORMAL_INDEX_NEW returned. Takes @form. Of texts that differ in hyphens alone, a
   divided word is compared with the first 16. */
guint32 am_normal_index_add (AmNormalIndex *index, char *form, guint32 value);
