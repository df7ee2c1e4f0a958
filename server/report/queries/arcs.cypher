MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
MATCH (:Region {id: $against})<-[n:MEMBER_OF]-(o:Country)
WHERE n.from <= date($asOf) AND (n.to IS NULL OR n.to >= date($asOf))
WITH members, collect(DISTINCT o.iso2) AS others
CALL collab.matrix({rows: members, cols: members + others, topic: $topic, fromYear: $from, toYear: $to, evidence: 0})
YIELD row, col, rowNode, colNode, observed
WHERE observed > 0 AND (col IN others OR row < col)
RETURN row, rowNode.name AS rowName, $region AS rowGroup, col, colNode.name AS colName,
       CASE WHEN col IN others THEN $against ELSE $region END AS colGroup, observed
ORDER BY observed DESC, row, col LIMIT 60
