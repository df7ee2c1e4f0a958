MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, title, observed, expected, q, verdict, severity, suggestion
WHERE verdict = 'gap'
WITH kind, title, observed, expected, q, severity, suggestion
ORDER BY severity DESC, title
WITH kind, collect({title: title, observed: observed, expected: expected, q: q, suggestion: suggestion})[0] AS worst
RETURN kind, worst.title AS title, worst.observed AS observed, worst.expected AS expected, worst.q AS q,
       worst.suggestion AS suggestion
ORDER BY kind LIMIT 3
