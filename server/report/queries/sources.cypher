MATCH (n)
WITH n.src AS source, count(*) AS records,
     toString(min(n.seenAt)) AS firstSeen, toString(max(n.seenAt)) AS lastSeen
RETURN source, records, firstSeen, lastSeen
ORDER BY source
