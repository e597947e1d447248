/* What counts when two texts are compared. normal() follows base/normal.h, rule by rule; a test puts the same pairs to both. */

var SPACES = /[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
var UNSEEN = "(?:(?![\\t-\\r\\x85\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}])[\\p{Cc}\\p{Cf}\\u034f\\u115f\\u1160"
             + "\\u17b4\\u17b5\\u180b-\\u180f\\u2065\\u2028\\u2029\\u2800\\u3164\\ufe00-\\ufe0f\\uffa0\\ufdd0-\\ufdef\\ufff0-\\ufff8"
             + "\\p{Noncharacter_Code_Point}\\u{e0000}-\\u{e0fff}])";
var NOT_SPACE_UNSEEN = new RegExp("(?![\\u200c\\u200d\\u2028\\u2029])" + UNSEEN, "gu");
var DIVIDED = new RegExp("([\\p{L}\\p{N}\\p{M}])" + UNSEEN + "{0,64}[-\\xad\\u2010]((?:[\\t-\\r \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]|"
                         + UNSEEN + "){0,64})(?=([\\p{L}\\p{N}]))", "gu");
var FORMS = /[\ufb00-\ufb17\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/g;

function canBeJoined(character) {
  return character !== undefined && character.codePointAt(0) >= 0x590 && /[\p{L}\p{M}\p{So}\p{Sk}]/u.test(character);
}

/* A small letter goes on with a word that was divided; a capital or a digit begins another part of it. */
function undivide(whole, before, between, after) {
  if (!/[\n\r\v\f\x85\u2028\u2029]/.test(between))
    return whole;
  var goesOn = /\p{L}/u.test(after) && (!/\p{Lu}/u.test(after) || /\p{Lu}/u.test(before));
  return before + (goesOn ? "" : "-");
}

function keepNeededJoiner(joiners, at, whole) {
  var before = Array.from(whole.slice(Math.max(0, at - 2), at)).pop();
  var after = Array.from(whole.slice(at + joiners.length, at + joiners.length + 2))[0];
  return canBeJoined(before) && canBeJoined(after) ? joiners[0] : "";
}

function normal(text) {
  return text.normalize("NFC").replace(DIVIDED, undivide).replace(NOT_SPACE_UNSEEN, "").replace(/[\u200c\u200d]+/g, keepNeededJoiner)
    .replace(/[`\xb4\u02bc\u2018-\u201b\u2032\u2039\u203a\uff07]/g, "'").replace(/[\xab\xbb\u201c-\u201f\u2033\uff02]/g, "\"")
    .replace(/[-\u2010-\u2015\u2212]+/g, "-").replace(/\u2026/g, "...")
    .replace(FORMS, function (form) {
      return form.normalize("NFKD");
    }).replace(SPACES, " ").trim();
}

/* For the search: moreover without capitals, compatible forms and accents. */
function fold(text) {
  return normal(text).toUpperCase().toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/\u03c2/g, "\u03c3");
}
