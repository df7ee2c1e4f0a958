MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.matrix({rows: members, cols: others, topic: $topic, fromYear: $from, toYear: $to, evidence: 0})
YIELD row, col, observed, expected, ratio, pLow, q, verdict, reason
RETURN row, col, observed, expected, ratio, pLow, q, coalesce(expected < 3, true) AS underpowered, verdict, reason
ORDER BY row, col
