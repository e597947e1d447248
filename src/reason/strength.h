/* How strong claims are, as numbers from 0 to 1, next to the question whether they are in.

   The base score τ of a claim is its `confidence`, 0.5 when left out. Its strength σ is τ moved by
   what the relations that lead to it contribute. What a relation contributes is ours, and no
   published semantics: its `strength` (1 when left out) × the least of its premises × Π (1 −
   contribution(u)) over the relations u that undercut it, which may be undercut themselves.
   Relations that do not resolve are passed over. */

#pragma once

#include "model/map.h"

G_BEGIN_DECLS

/* What moves τ. In each formula sᵢ are the contributions of the supports or of the rebuttals.

   DFQUAD: v = 1 − Π (1 − sᵢ) for either side; σ = τ − τ (vₐ − vₛ) if vₐ ≥ vₛ, else τ + (1 − τ) (vₛ
   − vₐ). Rago, Toni, Aurisicchio and Baroni, “Discontinuity-Free Decision Support with Quantitative
   Argumentation Debates”, KR 2016.

   QUADRATIC: E = Σ supports − Σ rebuttals; h(x) = max(0, x)² / (1 + max(0, x)²); σ = τ − τ h(−E) +
   (1 − τ) h(E). Potyka, “Continuous Dynamical Systems for Weighted Bipolar Argumentation”, KR 2018.
   The way in which strengths are found where relations go round in circles is from there too.

   EULER: σ = 1 − (1 − τ²) / (1 + τ e^E). Amgoud and Ben-Naim, “Evaluation of Arguments in Weighted
   Bipolar Graphs”, International Journal of Approximate Reasoning 99 (2018). */
#define AM_STRENGTH_METHODS(METHOD)                                                                \
  METHOD (AM_STRENGTH_AUTO, "auto", "")                                                            \
  METHOD (AM_STRENGTH_DFQUAD, "dfquad", "DF-QuAD")                                                 \
  METHOD (AM_STRENGTH_QUADRATIC, "quadratic", "quadratic energy")                                  \
  METHOD (AM_STRENGTH_EULER, "euler", "Euler-based")                                               \
  METHOD (AM_STRENGTH_NONE, "none", "")

#define AM_STRENGTH_AS_ENUM(ID, word, name) ID,

typedef enum
{
  AM_STRENGTH_METHODS (AM_STRENGTH_AS_ENUM)
} AmStrengthMethod;

#undef AM_STRENGTH_AS_ENUM

/* By method: the word on the command line (NULL-terminated), and the name in prose, "" where there
 * is none. */
extern const char *const am_strength_words[];
extern const char *const am_strength_names[];

/* Strengths that differ by less are equal. */
#define AM_STRENGTH_TIE 1e-9

/* Whether the author gave a `confidence` or a `strength` anywhere. */
gboolean am_map_has_strengths (const AmMap *map);

typedef struct
{
  AmStrengthMethod method; /* the one that was used: neither AUTO nor NONE */
  gboolean counts_only; /* the author gave no number: strengths count heads, and nothing else */
  gboolean cyclic; /* something depends on itself */
  gboolean converged; /* no value is missing because it does not converge */
  const double *claims; /* σ by claim; NAN where it does not converge, or depends on what does not
                         */
  const double *relations; /* what each contributes; NAN likewise, and where the relation does not
                              resolve */
  struct _AmStrengthState *state; /* private */
} AmStrengths;

/* The strength of every claim of @map, which must be resolved and outlive the result. AUTO is
   DF-QuAD on maps in which nothing depends on itself, else quadratic energy; quadratic energy also
   where the author gave no number. NULL for NONE. Linear where nothing goes round in circles; what
   does is followed by Runge and Kutta's method until it settles. The same to the last bit, whatever
   order the claims have in the file. Free with am_strengths_free(). */
AmStrengths *am_strengths_new (const AmMap *map, AmStrengthMethod method);
void am_strengths_free (AmStrengths *strengths);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AmStrengths, am_strengths_free)

/* What claim @of contributes to claim @to: σ(to) with it minus σ(to) without it, by the same
   method. Without it, the relations of which it is a premise are gone too. NAN where either does
   not converge, for a claim and itself, and when all that was asked of @strengths together has been
   too much work (architecture.md). Only what the removal reaches is computed again. Kampik, Potyka,
   Yin, Čyras and Toni, “Contribution Functions for Quantitative Bipolar Argumentation Graphs”,
   International Journal of Approximate Reasoning 173 (2024). */
double am_strength_contribution (AmStrengths *strengths, guint32 of, guint32 to);

G_END_DECLS
