CALL {
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
  CALL collab.trend({events: ['Agreement'], region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
  YIELD series, observed, total, share, low, high
  WHERE series STARTS WITH 'intra' AND total > 0
  RETURN 'jointAgreements' AS measure, observed AS count, total AS of, share, low, high
  UNION ALL
  CALL collab.trend({events: ['Project'], region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
  YIELD series, observed, total, share, low, high
  WHERE series = $region + '-' + $against
  RETURN 'withOther' AS measure, observed AS count, total AS of, share, low, high
  UNION ALL
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
  WITH collect(DISTINCT c.iso2) AS members
  CALL collab.coverage({country: members}) YIELD light
  WITH count(*) AS of, sum(CASE WHEN light = 'not connected' THEN 0 ELSE 1 END) AS count
  RETURN 'contributing' AS measure, count, of, toFloat(count) / of AS share, null AS low, null AS high
  UNION ALL
  CALL collab.topics({topic: $topic}) YIELD topic
  WITH collect(topic) AS meant
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(:Country)<-[:LOCATED_IN]-(:Institution)-[:PARTICIPATES_IN]->(p:Project)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
    AND ($topic IS NULL OR EXISTS { MATCH (p)-[:ABOUT]->(about:Topic) WHERE about IN meant })
  WITH DISTINCT p
  WITH count(p) AS of, sum(CASE WHEN EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-(:Company) } THEN 1 ELSE 0 END) AS count
  RETURN 'withCompanies' AS measure, count, of, CASE WHEN of > 0 THEN toFloat(count) / of END AS share, null AS low, null AS high
  UNION ALL
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(:Institution)<-[a:AFFILIATED_WITH]-(r:Researcher)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
    AND (a.from IS NULL OR a.from <= date({year: $to, month: 12, day: 31})) AND (a.to IS NULL OR a.to >= date({year: $from}))
  WITH r, count(DISTINCT c) AS countries
  WITH count(r) AS of, sum(CASE WHEN countries > 1 THEN 1 ELSE 0 END) AS count
  WHERE count = 0 OR count >= $smallestCell
  RETURN 'movers' AS measure, count, of, CASE WHEN of > 0 THEN toFloat(count) / of END AS share, null AS low, null AS high
  UNION ALL
  CALL collab.topics({topic: $topic}) YIELD topic
  WITH collect(topic) AS meant
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(:Country)<-[:LOCATED_IN]-()-[:APPLICANT_OF]->(p:Patent)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.year >= $from AND p.year <= $to
    AND ($topic IS NULL OR EXISTS { MATCH (p)-[:ABOUT]->(about:Topic) WHERE about IN meant })
  WITH DISTINCT p
  WITH count(p) AS of, sum(CASE WHEN EXISTS { MATCH (p)-[:LICENSED_TO]->() } THEN 1 ELSE 0 END) AS count
  RETURN 'licences' AS measure, count, of, CASE WHEN of > 0 THEN toFloat(count) / of END AS share, null AS low, null AS high
}
WITH collect({measure: measure, count: count, of: of, share: share, low: low, high: high}) AS told
UNWIND range(0, size($taxonomy.thrusts) - 1) AS at
WITH told, at, $taxonomy.thrusts[at] AS thrust
UNWIND range(0, size(thrust.indicators) - 1) AS place
WITH at, place, thrust, thrust.indicators[place] AS measure, [one IN told WHERE one.measure = thrust.indicators[place]][0] AS value
RETURN thrust.id AS thrust, thrust.name AS name, measure, value.count AS count, value.of AS of, value.share AS share,
       value.low AS low, value.high AS high
ORDER BY at, place
