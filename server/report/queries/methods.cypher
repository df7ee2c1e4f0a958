CALL collab.matrix({rows: $region, cols: $against, topic: $topic, fromYear: $from, toYear: $to, evidence: 0}) YIELD about
WITH about LIMIT 1
RETURN 'matrix' AS measure, 'matrix' AS definition, about.events AS events, about.largeEvents AS leftOut,
       about.undatedEvents AS undated, about.unresolved AS unresolved, about.hidden AS hidden
UNION ALL
CALL collab.trend({region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to}) YIELD about
WITH about LIMIT 1
RETURN 'trend' AS measure, 'trend' AS definition, about.events AS events, about.largeEvents AS leftOut,
       about.undatedEvents AS undated, about.unresolved AS unresolved, about.hidden AS hidden
UNION ALL
CALL collab.profile({country: $region, topic: $topic, fromYear: $from, toYear: $to}) YIELD about
WITH about LIMIT 1
RETURN 'profile' AS measure, 'profile' AS definition, about.events AS events, about.largeEvents AS leftOut,
       about.undatedEvents AS undated, about.unresolved AS unresolved, about.hidden AS hidden
