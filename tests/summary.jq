# What a summary has to say of a map, worked out from the map alone and from what argmap evaluate says of it ($said), in another way than
# argmap does. Input: the map. Output: an object with the members of the JSON summary that it tells.

def all: .claims + (.rebuttals // []);
def target: if type == "object" then .claim // .relation // .to else . end;
def carried ($kind): .[$kind] // [] | map (target);

. as $map
| all as $all
| ($map.rebuttals // [] | map (.id)) as $rebuttals
| ($said.theses | map (.id)) as $theses
| [$map.stakeholders // [] | .[].id] as $people

# Whoever takes no position is for what they assert, else against what their rebuttals deny.
| ($all | map (.id as $id | { key: $id, value: (
      [ $people[] as $who
        | ([$map.stakeholders[] | select (.id == $who) | .positions // [] | .[] | select (.claim == $id) | .stance][0]
           // (if ($all[] | select (.id == $id) | .by // [] | index ($who)) then "for"
               elif any ($map.rebuttals // [] | .[]; (carried ("rebuts") | index ($id)) and (.by // [] | index ($who))) then "against"
               else null end)) as $stance
        | select ($stance) | { key: $who, value: $stance } ] | from_entries) }) | from_entries) as $stances
| def accepts: . == "for" or . == "concedes";
  def leans: accepts or . == "conditional";
  def count_of (f): [.[] | select (f)] | length;
  def denied ($id): any ($all[]; carried ("rebuts") | index ($id));
{
  counts: { claims: ($map.claims | length), rebuttals: ($rebuttals | length), stakeholders: ($people | length),
            sources: ($map.sources // [] | length) },
  disagreements: [$all[].id | select ($stances[.] | count_of (leans) > 0 and count_of (. == "against") > 0) | { claim: ., stances: $stances[.] }],
  agreements: [$all[].id | select ($stances[.] | count_of (accepts) > 1 and count_of (. == "against") == 0) | { claim: ., stances: $stances[.] }],
  undisputed: [$map.claims[] | select ((.open | not) and (.id as $id | ($theses | index ($id) | not) and (denied ($id) | not)
                                       and ($stances[$id] | count_of (. == "against") == 0))) | .id],
  without_evidence: [$all[] | select ((.kind // "fact") == "fact" and (.evidence // [] | length) == 0 and (.id as $id | $theses | index ($id) | not)) | .id],
  issues: ([$all[] | select (.issue)] | group_by (.issue) | map ({ key: .[0].issue, value: {
      claims: (map (select (.id as $id | $rebuttals | index ($id) | not)) | length),
      rebuttals: (map (select (.id as $id | $rebuttals | index ($id))) | length),
      unanswered: (map (select (.id as $id | $said.claims[] | select (.id == $id) | .label == "unanswered")) | length) } }) | from_entries),
  sources: [$map.sources // [] | .[] | .id as $id | { id: $id, title, url, cited: ([$map | .. | objects | select (has ("source")) | select (.source == $id)] | length) }],
  # Of each thesis the strongest reason and objection: by label, evidence, reasons, and place in the file.
  strongest: [$theses[] as $thesis | { id: $thesis } + ([["supports", "reason"], ["rebuts", "objection"]] | map (. as [$kind, $word]
    | { key: $word, value: (
        [ $said.relations[] | select (.type == $kind and .to == $thesis) ] | to_entries
        | map (.key as $place | .value as $relation
            | [$all[] | select (.id == $relation.from) | .[$kind][] | select (target == $thesis) | if type == "object" then .with // [] else [] end][0] as $with
            | [$relation.from] + $with
            | map (. as $premise | $all[] | select (.id == $premise)) as $premises
            | [$premises[].id as $id | $said.relations[] | select (.type == "supports" and .to == $id and .label == "unanswered") | .from] as $reasons
            | { from: $relation.from, place: -$place,
                label: ({ unanswered: 2, disputed: 1, answered: 0 }[$relation.label]), reasons: ($reasons | length),
                evidence: ([$premises[].evidence // [] | length] + [$reasons[] as $id | $all[] | select (.id == $id) | .evidence // [] | length] | add) })
        | max_by ([.label, .evidence, .reasons, .place]) | .from?) }) | from_entries) ]
}
