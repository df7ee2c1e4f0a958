// Which shared projects lead from an institution in Cambodia to one in Finland, and through which
// countries?
MATCH (a:Institution)-[:LOCATED_IN]->(:Country {iso2: 'KH'}),
      (b:Institution)-[:LOCATED_IN]->(:Country {iso2: 'FI'})
WITH a, b ORDER BY a.id, b.id LIMIT 1
MATCH p = shortestPath((a)-[:PARTICIPATES_IN*..8]-(b))
UNWIND range(0, length(p)) AS step
WITH step, nodes(p)[step] AS n
RETURN step, labels(n)[0] AS kind, coalesce(n.name, n.title) AS name,
       head([(n)-[:LOCATED_IN]->(c:Country) | c.iso2]) AS country
ORDER BY step
