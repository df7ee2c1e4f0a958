CALL collab.trend({events: ['Project'], region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
YIELD series, observed, total, share, low, high
WHERE series STARTS WITH 'intra'
RETURN 'jointProjects' AS measure, observed AS count, total AS of, share, low, high
UNION ALL
CALL collab.trend({events: ['Publication'], region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
YIELD series, observed, total, share, low, high
WHERE series STARTS WITH 'intra'
RETURN 'jointPublications' AS measure, observed AS count, total AS of, share, low, high
UNION ALL
CALL collab.trend({events: ['Patent'], region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
YIELD series, observed, total, share, low, high
WHERE series STARTS WITH 'intra'
RETURN 'jointPatents' AS measure, observed AS count, total AS of, share, low, high
UNION ALL
MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.coverage({country: members}) YIELD light
WITH count(*) AS of, sum(CASE WHEN light = 'not connected' THEN 0 ELSE 1 END) AS count
RETURN 'contributing' AS measure, count, of, toFloat(count) / of AS share, null AS low, null AS high
