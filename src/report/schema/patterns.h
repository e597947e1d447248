/* What strings look like, as ECMAScript's regular expressions: what the loader takes (base/forms.h,
   base/character.h), as far as one can say it so. tests/schema.sh puts many of each to both.
   Private to report/schema/. */

#pragma once

/* In a class: what takes no place of its own, of the commoner scripts. */
#define ZERO_WIDTH                                                                                 \
  "\\u0300-\\u036f\\u0483-\\u0489\\u0591-"                                                         \
  "\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a"                               \
  "\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u1160-\\u11ff"      \
  "\\u1ab0-\\u1abd\\u1dc0-\\u1df5\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u20d0-\\u20f0"     \
  "\\u302a-\\u302d\\u3099\\u309a\\ufe00-\\ufe0f\\ufe20-\\ufe2f\\ufeff"

/* Something that is seen. */
#define SEEN_PATTERN                                                                               \
  "[^\\s\\u0000-\\u0020\\u007f-\\u00a0\\u00ad" ZERO_WIDTH                                          \
  "\\u061c\\u115f\\u17b4\\u17b5\\u180b-\\u180f\\u2028\\u2029\\u2065-\\u206f\\u2800\\u3164\\ufdd0-" \
  "\\ufdef"                                                                                        \
  "\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff]"

/* Of so many characters at most, of which something is seen: a format for one number. */
#define SHORT_TEXT_PATTERN                                                                         \
  "^(?=[\\s\\S]*" SEEN_PATTERN ")[" ZERO_WIDTH "]*"                                                \
  "(?:(?:[\\ud800-\\udbff][\\udc00-\\udfff]|[^" ZERO_WIDTH "])[" ZERO_WIDTH "]*){1,%u}$"

#define ID_PATTERN "^[a-z0-9][a-z0-9._-]{0,63}$"

#define DATE_PATTERN                                                                               \
  "^(?!0000)(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?|[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]" \
  "|3[01])|"                                                                                       \
  "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][" \
  "048]|"                                                                                          \
  "[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$"

#define URL_PATTERN                                                                                \
  "^(?:[Hh][Tt][Tt][Pp][Ss]?://"                                                                   \
  "(?:(?:[!$&-.0-;=A-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2})*@)?(?:\\[[0-9A-Fa-f:.]+"                       \
  "(?:%25[0-9A-Za-z._~-]+)?\\]|[!$&-.0-9;=A-Z_a-z~]+)(?::(?:0*"                                    \
  "(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]))?)?(?:[/"   \
  "?#]"                                                                                            \
  "(?:[!#$&-;=?-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2})*)?|[Mm][Aa][Ii][Ll][Tt][Oo]:(?!//)"                 \
  "(?:[!$&-;=A-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2})+@(?:[!$&-;=@A-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2})+(?:[?#" \
  "]"                                                                                              \
  "(?:[!#$&-;=?-Z\\[\\]_a-z~]|%[0-9A-Fa-f]{2})*)?)$"

/* BCP 47: by the grammar, and the tags that are older than it. */
#define LANGUAGE_PATTERN                                                                           \
  "^(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8})(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|"      \
  "[0-9]{3}))?(?:-(?:[A-Za-z0-9]{5,8}|"                                                            \
  "[0-9][A-Za-z0-9]{3}))*(?:-[0-9A-WYZa-wyz](?:-[A-Za-z0-9]{2,8})+)*(?:-[Xx](?:-[A-Za-z0-9]{1,8})" \
  "+)?$|"                                                                                          \
  "^[Xx](?:-[A-Za-z0-9]{1,8})+$"                                                                   \
  "|^(?:[Ii]-(?:[Aa][Mm][Ii]|[Bb][Nn][Nn]|[Dd][Ee][Ff][Aa][Uu][Ll][Tt]|[Ee][Nn][Oo][Cc][Hh][Ii]["  \
  "Aa][Nn]|"                                                                                       \
  "[Hh][Aa][Kk]|[Kk][Ll][Ii][Nn][Gg][Oo][Nn]|[Ll][Uu][Xx]|[Mm][Ii][Nn][Gg][Oo]|[Nn][Aa][Vv][Aa]["  \
  "Jj][Oo]|"                                                                                       \
  "[Pp][Ww][Nn]|[Tt][Aa][Oo]|[Tt][Aa][Yy]|[Tt][Ss][Uu])|[Ee][Nn]-[Gg][Bb]-[Oo][Ee][Dd]|"           \
  "[Ss][Gg][Nn]-[Bb][Ee]-[Ff][Rr]|[Ss][Gg][Nn]-[Bb][Ee]-[Nn][Ll]|[Ss][Gg][Nn]-[Cc][Hh]-[Dd][Ee])$"
