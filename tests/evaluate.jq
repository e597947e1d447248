# What is wrong with what argmap evaluate --format json says of a map, a line each: its shape, and every word of it computed once more from
# the map. The map is to have no relation that is a duplicate or does not resolve.
#   jq -r --slurpfile map MAP --argjson solver 1 -f tests/evaluate.jq

def members ($what; $names): if keys == ($names | sort) then empty else "\($what): members \(keys | join (" "))" end;
def word ($what; $words): . as $word | if $words | index ([$word]) != null then empty else "\($what): \(tojson)" end;
def number_or_null ($what): if . == null or (type == "number" and . >= 0 and . <= 1) then empty else "\($what): \(tojson)" end;
def same ($what; $wanted): if . == $wanted then empty else "\($what): \(tojson) and not \($wanted | tojson)" end;

# An id, or for an undercut the pair that names what it attacks.
def is_target: type == "string" or (type == "object" and keys == ["from", "to"] and (.from | type == "string") and (.to | is_target));
def labels: ["unanswered", "disputed", "answered"];
def outcomes: ["no-objections", "both", "objections", "neither", "disputed", "unargued"];
def reasons: ["unchallenged", "supported", "evidence", "defended", "rebutted", "unsupported", "open", "cyclic"];

def shape:
  members ("the object"; ["map", "strengths", "theses", "claims", "undecided", "relations"]),
  (.map | type | same ("map"; "string")),
  (.strengths // empty | members ("strengths"; ["method", "counts_only", "converged"]),
    (.method | word ("method"; ["dfquad", "quadratic", "euler"]))),
  (.undecided // empty | members ("undecided"; ["claims", "reason"]), (.reason | word ("undecided"; ["bound", "no-solver"]))),
  (.theses[] | "thesis \(.id)" as $of
    | members ($of; ["id", "label", "outcome", "firm", "reasons", "objections", "answers_needed", "answers_cut", "strength"]),
      (.label | word ($of; labels)), (.outcome | word ($of; outcomes)), (.strength | number_or_null ($of)),
      (.firm | members ($of; ["without_implicit", "sourced"])), (.firm[] | word ($of; outcomes)),
      (.reasons, .objections | members ($of; labels)),
      (.answers_cut | type | word ($of; ["boolean"])), (.answers_needed | type | word ($of; ["array", "null"]))),
  (.claims[] | "claim \(.id)" as $of
    | members ($of; ["id", "label", "outcome", "dispute", "reason", "strength"]),
      (.label | word ($of; labels)), (.outcome | word ($of; outcomes)), (.reason | word ($of; reasons)), (.strength | number_or_null ($of)),
      (.dispute | word ($of; [null, "either", "defensible", "indefensible", "deadlocked"]))),
  (.relations[] | "relation \([.from, .to] | tojson)" as $of
    | (del (.id) | members ($of; ["from", "to", "type", "label"])),
      (.label | word ($of; labels)), (.type | word ($of; ["supports", "rebuts", "undercuts"])),
      (if .to | is_target then empty else "\($of): what it leads to" end),
      (.type as $type | .to | type | same ($of; if $type == "undercuts" then "object" else "string" end)));

# --- the map, once more ---

def records: .claims + (.rebuttals // []);
def targets ($which): (.[$which] // [])[] | if type == "string" then { claim: . } else . end;

# { "from", "to", "type", "with" }; the to of a named relation is put in its place
def relations:
  [records[] | .id as $from
    | (targets ("supports") | { from: $from, to: .claim, type: "supports", with: (.with // []), id }),
      (targets ("rebuts") | { from: $from, to: .claim, type: "rebuts", with: (.with // []), id }),
      ((.undercuts // [])[] | { from: $from, to: (if .relation then { relation } else { from, to } end), type: "undercuts", with: (.with // []), id })] as $all
  | ($all | map (select (.id) | { key: .id, value: { from, to } }) | from_entries) as $named
  | def named: if type == "object" then (if .relation then $named[.relation] else . end | .to |= named) else . end;
    $all | map (.to |= named);

def key: { from, to } | tojson;

# A source is a reason for what states a fact; of a demand it only says where it was made.
def is_evidenced: (.evidence // []) != [] and (.kind == "fact" or (.kind == null and (.id | IN ($map[0].resolution // empty | [.] | flatten[]) | not)));

# Values by key of a relation and id of a claim: the least fixpoint, from all disputed. What $answered holds is counted as answered.
def least ($records; $relations; $answered):
  def step: . as $v
    | reduce $relations[] as $r ({}; .[$r | key] = ([$answered[$r | key] // empty, $v[$r.from], $v[$r.with[]],
        ($relations[] | select (.type == "undercuts" and .to == ($r | { from, to })) | - $v[key])] | min))
    | reduce $records[] as $c (.; .[$c.id] = (
        [$relations[] | select (.type == "supports" and .to == $c.id) | $v[key]] as $supports
        | [$answered[$c.id] // empty, ($relations[] | select (.type == "rebuts" and .to == $c.id) | - $v[key]),
           (if $supports == [] then (if $c.open then -1 else 1 end) elif $c | is_evidenced then 1 else ($supports | max) end)] | min));
  (reduce $relations[] as $r ({}; .[$r | key] = 0) | reduce $records[] as $c (.; .[$c.id] = 0))
  | [., step] | until (.[0] == .[1]; [.[1], (.[1] | step)]) | .[0];

def value: if . == "unanswered" then 1 elif . == "answered" then -1 else 0 end;
def word_of: if . == 1 then "unanswered" elif . == -1 then "answered" else "disputed" end;
def tally ($list): reduce $list[] as $one ({ unanswered: 0, disputed: 0, answered: 0 }; .[$one] += 1);

def outcome_of ($record; $reasons; $objections):
  ($reasons + (if ($record | is_evidenced) and ($reasons != [] or ($record.open | not)) then ["unanswered"] else [] end)) as $best
  | if $reasons == [] and $objections == [] and ($record | is_evidenced | not) then "unargued"
    else [($best | map (value) | max // -1), ($objections | map (value) | max // -1)]
      | if index (0) then "disputed" else { "[1,-1]": "no-objections", "[1,1]": "both", "[-1,1]": "objections", "[-1,-1]": "neither" }[tojson] end
    end;

# The outcome of the thesis $id by the statements in $keep alone, and the relations that name no others.
def outcome_with ($records; $relations; $keep; $id):
  ($records | map (select (.id | IN ($keep[])))) as $some
  | [$relations[] | select ([.from, .with[], (if .type == "undercuts" then empty else .to end)] | all (IN ($keep[])))]
  | until (. as $all | all (.type != "undercuts" or (.to as $to | any ($all[]; { from, to } == $to)));
           . as $all | map (select (.type != "undercuts" or (.to as $to | any ($all[]; { from, to } == $to)))))
  | . as $left
  | least ($some; $left; {}) as $v
  | [$left[] | select (.to == $id and .type == "supports") | $v[key] | word_of] as $for
  | [$left[] | select (.to == $id and .type == "rebuts") | $v[key] | word_of] as $against
  | outcome_of ($some[] | select (.id == $id); $for; $against);

def reason_of ($record; $found; $reasons; $objections):
  if $found == "disputed" then "cyclic"
  elif $found == "answered" then
    (if $objections | index ("unanswered") then "rebutted" elif $reasons != [] then "unsupported" else "open" end)
  elif $objections != [] then "defended"
  elif $reasons | index ("unanswered") then "supported"
  elif $record | is_evidenced then "evidence"
  else "unchallenged" end;

def content:
  . as $e
  | ($map[0] | records) as $records
  | ($map[0] | relations) as $relations
  | least ($records; $relations; {}) as $v
  | ($e.claims | map (.id) | same ("claims"; $records | map (.id))),
    ([($e.relations | map ({ from, to, type })), ($relations | map ({ from, to, type }))] | .[0] - .[1] + (.[1] - .[0])
      | same ("relations that are only in the map or only here"; [])),
    ($e.relations[] | key as $key | .label | same ("label of \($key)"; $v[$key] | word_of)),
    ($e.claims[] | . as $c | ($records[] | select (.id == $c.id)) as $record
      | [$e.relations[] | select (.to == $c.id and .type == "supports").label] as $for
      | [$e.relations[] | select (.to == $c.id and .type == "rebuts").label] as $against
      | (.label | same ("label of \($c.id)"; $v[$c.id] | word_of)),
        (.outcome | same ("outcome of \($c.id)"; outcome_of ($record; $for; $against))),
        (.reason | same ("reason of \($c.id)"; reason_of ($record; $c.label; $for; $against))),
        (.dispute != null | same ("kind of \($c.id)"; $solver == 1 and $c.label == "disputed")),
        ($e.theses[] | select (.id == $c.id)
          | (.reasons | same ("reasons of \($c.id)"; tally ($for))), (.objections | same ("objections of \($c.id)"; tally ($against))),
            (.firm | same ("how firm \($c.id) is"; ([$e.theses[].id]) as $theses
              | { without_implicit: outcome_with ($records; $relations; [$records[] | select (.implicit != true or (.id | IN ($theses[]))).id]; $c.id),
                  sourced: outcome_with ($records; $relations; [$records[] | select ((.evidence // []) != [] or (.id | IN ($theses[]))).id]; $c.id) })),
            ([.label, .outcome, .strength] | same ("thesis \($c.id)"; [$c.label, $c.outcome, $c.strength])),
            (if .answers_cut then .answers_needed | same ("answers of \($c.id)"; null)
             else .answers_needed == [] | same ("answers of \($c.id)"; $c.label == "unanswered") end),
            (.answers_needed // empty | map ({ key: (if type == "string" then . else key end), value: -1 }) | from_entries
              | least ($records; $relations; .)[$c.id] | same ("\($c.id), once that is answered"; 1)))),
    (.undecided | same ("undecided"; [$e.claims[] | select (.label == "disputed" and .dispute == null)]
      | if . == [] then null else { claims: length, reason: (if $solver == 1 then "bound" else "no-solver" end) } end)),
    ($map[0].resolution // empty | [.] | flatten | same ("theses"; [$e.theses[].id]));

shape, content
