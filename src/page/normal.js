/* What counts when two texts are compared. normal() follows base/normal.h, rule by rule; a test
   puts all characters to both. */

var BLANK = "\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u2800"
            + "\\u3000\\u3164\\uffa0";
var UNSEEN = "(?:(?![\\t-\\r\\x85\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2"
             + "\\u{110bd}\\u{110cd}])"
             + "[\\p{Cc}\\p{Cf}\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u2065"
             + "\\u2028\\u2029\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\ufdd0-\\ufdef\\ufff0-\\ufff8"
             + "\\p{Noncharacter_Code_Point}\\u{e0000}-\\u{e0fff}])";
var SPACES = new RegExp("[" + BLANK + "]+", "g");
var LEFT_OUT = new RegExp("\\u0640|(?![\\0\\u200c\\u200d" + BLANK + "])" + UNSEEN, "gu");
var DIVIDED = new RegExp("([\\p{L}\\p{N}\\p{M}])(?:\\u0640|" + UNSEEN + "){0,64}"
                         + "[-\\xad\\u2010\\uff0d]((?:[" + BLANK + "]|" + UNSEEN + "){0,64})"
                         + "(?=([\\p{L}\\p{N}]))", "gu");
var QUOTATION_MARKS = new RegExp("[`\\xb4\\u02b9-\\u02bd\\u02ee\\u055a\\u05f3\\u05f4\\u2032-\\u2037"
                                 + "\\u275b-\\u2760\\p{Quotation_Mark}]", "gu");
var DASHES = /[-\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b]/g;
var FORMS_OF_THEIR_OWN = new RegExp("[\\xaa\\xb2\\xb3\\xb9-\\xbe\\u02b0-\\u02b8"
                                    + "\\u02e0-\\u02e4\\u10fc\\u1d2c-\\u1d78"
                                    + "\\u1d9b-\\u1dbf\\u2070-\\u209c\\u2120\\u2122"
                                    + "\\u2150-\\u215f\\u2189\\u2460-\\u24ea\\u2c7c\\u2c7d"
                                    + "\\u2d6f\\u3192-\\u319f\\u3200-\\uf8ff"
                                    + "\\u{10780}-\\u{107bf}\\u{1e030}-\\u{1e06d}"
                                    + "\\u{1f100}-\\u{1f2ff}]", "u");

function canBeJoined(character) {
  return character !== undefined && character >= "\u0590" && !/[\uff00-\uffef]/.test(character)
         && (/[\p{L}\p{M}\p{So}\p{Sk}]/u.test(character)
             || (character >= "\u2190" && /\p{Sm}/u.test(character)));
}

/* What a ligature, a full-width letter or the like stands for. Accents that stand alone are forms
   of a space, and are left. */
function formOf(character) {
  var form = character.normalize("NFKD");
  var stays = FORMS_OF_THEIR_OWN.test(character) || form[0] === " "
              || form === character.normalize("NFD");
  return stays ? character : form;
}

/* A small letter goes on with a word that was divided; a capital or a digit begins another part. */
function undivide(whole, before, between, after) {
  if (!/[\n\r\v\f\x85\u2028\u2029]/.test(between))
    return whole;
  var goesOn = /\p{L}/u.test(after) && (!/\p{Lu}/u.test(after) || /\p{Lu}/u.test(before));
  return before + (goesOn ? "\0" : "-");
}

function keepNeededJoiner(joiners, at, whole) {
  var before = Array.from(whole.slice(Math.max(0, at - 2), at)).pop();
  var after = Array.from(whole.slice(at + joiners.length, at + joiners.length + 2))[0];
  return canBeJoined(before) && canBeJoined(after) ? joiners[0] : "";
}

/* With U+00AD where a line end divides a word: there may be a hyphen. */
function normal(text) {
  var composed = text.replace(/\0/g, "").normalize("NFC").replace(DIVIDED, undivide)
    .replace(SPACES, " ");
  if (composed.normalize("NFKC") !== composed)
    composed = composed.replace(/[^\0-\x7f]/gu, formOf);
  return composed.replace(LEFT_OUT, "").replace(QUOTATION_MARKS, "'").replace(DASHES, "-")
    .replace(/[\u200c\u200d]+/g, keepNeededJoiner)
    .replace(/([-' ])\1+/g, "$1").normalize("NFC").trim().replace(/\0/g, "\xad");
}

/* For the search: moreover without capitals, accents, and all that Unicode calls compatible. */
function fold(text) {
  return normal(text).toUpperCase().toLowerCase().normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "").replace(/\u03c2/g, "\u03c3");
}

/* What is searched: divided words in both spellings. */
function spellings(text) {
  var folded = fold(text);
  return folded.includes("\xad") ? folded.replace(/\xad/g, "") + "\n" + folded.replace(/\xad/g, "-")
                                  : folded;
}

/* What is searched for. */
function wordsIn(text) {
  return fold(text).replace(/\xad/g, "").split(" ").filter(Boolean);
}
