CALL {
  UNWIND [{measure: 'jointProjects', event: 'Project', partner: $region}, {measure: 'jointPublications', event: 'Publication', partner: $region},
          {measure: 'jointPatents', event: 'Patent', partner: $region}, {measure: 'jointAgreements', event: 'Agreement', partner: $region},
          {measure: 'withOther', event: 'Project', partner: $against}] AS asked
  CALL collab.trend({events: [asked.event], region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to, window: $to - $from + 1})
  YIELD series, observed, total
  WHERE total > 0 AND series = CASE WHEN asked.partner = $region THEN 'intra ' + $region ELSE $region + '-' + $against END
  CALL {
    WITH asked UNWIND range(0, $to - $from) AS back
    CALL collab.matrix({rows: $region, cols: asked.partner, events: [asked.event], topic: $topic, fromYear: $to - back, toYear: $to - back, evidence: 5})
    YIELD evidence
    UNWIND evidence AS id
    WITH DISTINCT id LIMIT 5
    RETURN collect(id) AS evidence
  }
  RETURN asked.measure AS measure, observed AS count, total AS of, evidence
  UNION ALL
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
  WITH collect(DISTINCT c.iso2) AS members
  CALL collab.coverage({country: members}) YIELD unit, light
  WITH unit, light ORDER BY unit
  WITH count(*) AS of, [unit IN collect(CASE WHEN light <> 'not connected' THEN unit END) | unit] AS evidence
  RETURN 'contributing' AS measure, size(evidence) AS count, of, evidence
  UNION ALL
  CALL collab.topics({topic: $topic}) YIELD topic
  WITH collect(topic) AS meant
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(:Country)<-[:LOCATED_IN]-(:Institution)-[:PARTICIPATES_IN]->(p:Project)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.startYear >= $from AND p.startYear <= $to
    AND ($topic IS NULL OR EXISTS { MATCH (p)-[:ABOUT]->(about:Topic) WHERE about IN meant })
  WITH DISTINCT p
  WITH p, EXISTS { MATCH (p)<-[:PARTICIPATES_IN]-(:Company) } AS counts
  ORDER BY p.startYear DESC, p.id
  WITH count(p) AS of, collect(CASE WHEN counts THEN toString(p.id) END) AS found
  RETURN 'withCompanies' AS measure, size(found) AS count, of, found[..5] AS evidence
  UNION ALL
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)<-[:LOCATED_IN]-(:Institution)<-[a:AFFILIATED_WITH]-(r:Researcher)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
    AND (a.from IS NULL OR a.from <= date({year: $to, month: 12, day: 31})) AND (a.to IS NULL OR a.to >= date({year: $from}))
  WITH r, count(DISTINCT c) AS countries
  WITH count(r) AS of, sum(CASE WHEN countries > 1 THEN 1 ELSE 0 END) AS count
  WHERE count = 0 OR count >= $smallestCell
  RETURN 'movers' AS measure, count, of, null AS evidence
  UNION ALL
  CALL collab.topics({topic: $topic}) YIELD topic
  WITH collect(topic) AS meant
  MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(:Country)<-[:LOCATED_IN]-()-[:APPLICANT_OF]->(p:Patent)
  WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf)) AND p.year >= $from AND p.year <= $to
    AND ($topic IS NULL OR EXISTS { MATCH (p)-[:ABOUT]->(about:Topic) WHERE about IN meant })
  WITH DISTINCT p
  WITH p, EXISTS { MATCH (p)-[:LICENSED_TO]->() } AS counts
  ORDER BY p.year DESC, p.id
  WITH count(p) AS of, collect(CASE WHEN counts THEN toString(p.id) END) AS found
  RETURN 'licences' AS measure, size(found) AS count, of, found[..5] AS evidence
}
WITH measure, count, of, evidence, toFloat(count) / of AS share, 1.959964 AS z
WHERE of > 0
WITH collect({measure: measure, count: count, of: of, share: share, evidence: evidence,
              middle: (share + z * z / (2 * of)) / (1 + z * z / of),
              half: z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)}) AS told
UNWIND range(0, size($taxonomy.thrusts) - 1) AS at
WITH told, at, $taxonomy.thrusts[at] AS thrust
UNWIND range(0, size(thrust.indicators) - 1) AS place
WITH at, place, thrust, thrust.indicators[place] AS measure, [one IN told WHERE one.measure = thrust.indicators[place]][0] AS value
WITH *, CASE WHEN measure = 'contributing' THEN null ELSE value.half END AS half
RETURN thrust.id AS thrust, thrust.name AS name, measure, value.count AS counted, value.of AS of, value.share AS share,
       value.middle - half AS low, value.middle + half AS high, value.evidence AS evidence
ORDER BY at, place
