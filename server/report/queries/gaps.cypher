MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, title, observed, expected, q, verdict, severity, evidence, suggestion
WHERE verdict = 'gap'
WITH kind, title, observed, expected, q, severity, evidence, suggestion
ORDER BY severity DESC, title
WITH kind, collect({title: title, observed: observed, expected: expected, q: q, severity: severity, evidence: evidence, suggestion: suggestion}) AS found
UNWIND range(0, size(found) - 1) AS at
WITH kind, at + 1 AS place, found[at] AS gap
RETURN kind, place, gap.title AS title, gap.observed AS observed, gap.expected AS expected, gap.q AS q,
       gap.severity AS severity, gap.evidence AS evidence, gap.suggestion AS suggestion
ORDER BY place, kind, title LIMIT 10
