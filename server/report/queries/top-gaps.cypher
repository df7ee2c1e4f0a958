MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, title, observed, expected, verdict, severity, suggestion
WHERE verdict = 'gap'
WITH kind, title, CASE WHEN kind = 'D' AND observed > 1 THEN null ELSE observed END AS found,
     CASE WHEN kind = 'D' AND observed > 1 THEN null ELSE expected END AS expected, severity, suggestion
ORDER BY severity DESC, title
WITH kind, collect({title: title, found: found, expected: expected, suggestion: suggestion[..2]})[0] AS worst
RETURN kind, worst.title AS title, worst.found AS found, worst.expected AS expected, worst.suggestion AS suggestion
ORDER BY kind LIMIT 3
