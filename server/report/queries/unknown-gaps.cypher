MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.gaps({country: members, against: members + others, region: $region, otherRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD kind, title, observed, expected, q, verdict, severity, evidence, suggestion
WHERE verdict = 'unknown'
RETURN kind, title, observed, expected, severity
ORDER BY severity DESC, kind, title LIMIT 10
