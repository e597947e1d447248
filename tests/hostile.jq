# A map of 60 claims with texts that break out of what they are put into. The texts are legal; with $forced, some labels and
# addresses are not.
#   jq -n --argjson forced false -f tests/hostile.jq
def times (n): . as $x | [range (n)] | map ($x) | join ("");
def controls: [range (1; 32)] + [range (127; 160)] | implode;
[
  "\"><script>alert(1)</script>", "\u0027 onload=\u0027alert(1)", "\" onload=\"alert(1)", "</title></svg><script>x</script>",
  "]]>", "<![CDATA[x]]>", "<!-- x", "x -->", "&", "&amp;", "&lt;b&gt;", "&#60;script&#62;", "&nosuch;", "&#0;", "&#x1F600;",
  "\\N", "\\G \\E \\T \\H \\L", "\\n\\l\\r", "\\", "x\\", "\\\"", "\\\\\"", "a\nb\r\nc\td", "first\n\nthird",
  controls, "a\u202eb\u202cc", "\u2066\u2067x\u2069", "\u200f\u200ex\u061c", "\ufeffx", "\ufffe\uffff x", "\u2028x\u2029y",
  ("x" | times (5000)), ("\u6f22" | times (2000)), ("word " | times (400)), "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc67\u2764\ufe0f",
  "\u6f22\u5b57\u3068\u304b\u306a\u3002\u300c\u3053\u308c\u300d", "\ud55c\uad6d\uc5b4 \ubb38\uc7a5", "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "\u0645\u0631\u062d\u0628\u0627",
  "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22", ("e" + ("\u0301\u0323" | times (40))), "<b>bold</b><i>x", "<BR/><TABLE><TR><TD>x", "</TD></TR></TABLE>>",
  "<IMG SRC=\"/etc/passwd\"/>", "<FONT FACE=\"x\">", "{a|b|<p>c}", "%s%n%d%%", "$(touch x) `id` ${HOME}", "javascript:alert(1)",
  "https://example.org/?a=1&b=\"2\"", "digraph { a -> b }", "\"]; a -> b [label=\"x", "x\u00a0\u202fy", ".", "?", "-- > <", "graph0", "url(#x)", "\u200b.", "%"
] as $texts
| ("a" | times (58)) as $long
| {
    argmap: 1, title: ("Title " + $texts[0] + $texts[3] + controls), question: ("Question " + $texts[2] + " \\N \u202e"),
    description: $texts[1], resolution: "c0",
    stakeholders: [range (8) | {
      id: "s\(.)", name: ("Name " + $texts[. * 7]), role: $texts[. * 3],
      abbreviation: (["<&>\"\u0027", "\\N\\G", "</a>", "\u6f22\u5b57", "\ud83d\ude00", "]]>", "&lt;", "a\nb"][.]) }],
    sources: [{ id: "q", title: $texts[0], url: (if $forced then "javascript:alert(1)" else "https://example.org/?a=1&b=2#(x)" end) },
              { id: "q2", title: $texts[5], url: (if $forced then "https://example.org/\"><script>alert(1)</script>" else "mailto:a@example.org" end) }],
    claims: [range (60) | . as $i | {
      id: (if $i == 59 then ("z" | times (64)) elif $i == 58 then $long + "-0.9_x" else "c\($i)" end),
      text: $texts[$i], by: ["s\($i % 8)", "s\(($i * 3 + 1) % 8)"] | unique, evidence: [{ source: "q", quote: $texts[$i] }, { source: "q2" }]
    } + (if $i % 5 == 0 then { label: (if $forced then ["   ", "\t\n", ""][$i % 3] else ("L" + $texts[$i])[:60] end) } else {} end)
      + (if $i > 0 then { supports: [{ claim: "c\(($i - 1) / 3 | floor)", with: (if $i % 7 == 3 and $i < 55 then ["c\($i + 1)"] else [] end) }] } else {} end)],
    rebuttals: ([range (6) | { id: "r\(.)", text: $texts[59 - .],
        rebuts: ["c\(. * 5)"], undercuts: [{ from: "c\(. * 4 + 1)", to: "c\(. * 4 / 3 | floor)", id: "u\(.)" }] }]
      + [{ id: "t0", text: $texts[0], undercuts: [{ relation: "u0" }, { from: "r1", to: { from: "c5", to: "c1" } }] },
         { id: "t1", text: $texts[1], undercuts: [{ from: "t0", to: { from: "r1", to: { from: "c5", to: "c1" } } }] }])
  }
