/* How the sections of a digest are made, each by the file that knows its subject. Private to
 * reason/. */

#pragma once

#include "reason/digest.h"

G_BEGIN_DECLS

AmStrongest *am_digest_strongest_search (AmDigest *digest);

/* The section for @index, which is made unless it is there. */
gconstpointer am_digest_section (AmDigest *digest, AmDigestSection section, guint32 index);

/* digest-lists.c */
gpointer am_digest_make_list (AmDigest *digest, guint32 list);
void am_digest_free_list (gpointer made);

/* digest-tables.c */
gpointer am_digest_make_table (AmDigest *digest, guint32 list);
void am_digest_free_table (gpointer made);

/* digest-counts.c */
gpointer am_digest_make_counts (AmDigest *digest, guint32 index);

/* digest-theses.c */
guint32 am_digest_thesis_at (const AmDigest *digest, guint number);
gpointer am_digest_make_verdict (AmDigest *digest, guint32 number);
gpointer am_digest_make_firm (AmDigest *digest, guint32 index);
gpointer am_digest_make_facts (AmDigest *digest, guint32 number);
gpointer am_digest_make_sides (AmDigest *digest, guint32 number);
void am_digest_free_sides (gpointer made);

/* digest-points.c */
gpointer am_digest_make_point (AmDigest *digest, guint32 relation);
gpointer am_digest_make_steps (AmDigest *digest, guint32 index);
void am_digest_free_steps (gpointer made);

/* digest-search.c */
gpointer am_digest_make_answers (AmDigest *digest, guint32 number);
void am_digest_free_answers (gpointer made);
gpointer am_digest_make_cruxes (AmDigest *digest, guint32 number);
void am_digest_free_cruxes (gpointer made);

/* digest-questions.c */
gpointer am_digest_make_questions (AmDigest *digest, guint32 index);

/* digest-argument.c */
gpointer am_digest_make_argument (AmDigest *digest, guint32 index);
void am_digest_free_argument (gpointer made);

/* digest-stakeholders.c */
gpointer am_digest_make_stakeholder (AmDigest *digest, guint32 who);
void am_digest_free_stakeholder (gpointer made);
gpointer am_digest_make_others (AmDigest *digest, guint32 who);

/* Whether a claim of this kind is shown by evidence, and @claim has none. */
gboolean am_digest_should_have_evidence (const AmClaim *claim);

G_END_DECLS
