MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, title, observed, expected, verdict, severity
WHERE verdict = 'unknown'
WITH kind, title, CASE WHEN kind = 'D' AND observed > 1 THEN null ELSE observed END AS found,
     CASE WHEN kind = 'D' AND observed > 1 THEN null ELSE expected END AS expected, severity
ORDER BY severity DESC, title
WITH kind, collect({title: title, found: found, expected: expected}) AS gaps
UNWIND range(0, size(gaps) - 1) AS at
WITH kind, at + 1 AS place, size(gaps) AS ofKind, gaps[at] AS gap
RETURN kind, ofKind, gap.title AS title, gap.found AS found, gap.expected AS expected
ORDER BY place, kind, title LIMIT 15
