// How are an institute in Cambodia and one in Finland connected, and which borders does the way cross?
MATCH (a:Institution {id: 'KH-I-1'}), (b:Institution {id: 'FI-I-8'})
MATCH way = shortestPath((a)-[:PARTICIPATES_IN*..12]-(b))
UNWIND range(0, length(way)) AS step
WITH step, nodes(way)[step] AS stop
OPTIONAL MATCH (stop)-[:LOCATED_IN]->(country:Country)
RETURN step, coalesce(stop.name, stop.title) AS stop, country.name AS country
ORDER BY step
