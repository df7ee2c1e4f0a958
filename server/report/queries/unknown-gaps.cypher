MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, title, observed, expected, verdict, severity
WHERE verdict = 'unknown'
WITH kind, title, observed, expected, severity
ORDER BY severity DESC, title
WITH kind, collect({title: title, observed: observed, expected: expected}) AS found
UNWIND range(0, size(found) - 1) AS at
WITH kind, at + 1 AS place, size(found) AS ofKind, found[at] AS gap
RETURN kind, place, ofKind, gap.title AS title, gap.observed AS observed, gap.expected AS expected
ORDER BY place, kind, title LIMIT 15
