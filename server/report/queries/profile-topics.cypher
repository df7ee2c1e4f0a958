MATCH (p:Project)-[:ABOUT]->(t:Topic)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH count(*) AS everything
MATCH (:Country {iso2: $country})<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(p:Project)-[:ABOUT]->(t:Topic)
WHERE p.startYear >= $from AND p.startYear <= $to
WITH everything, t, count(DISTINCT p) AS events
WITH everything, collect({topic: t, events: events}) AS own, sum(events) AS mentions
UNWIND own AS line
MATCH (p:Project)-[:ABOUT]->(t:Topic)
WHERE t = line.topic AND p.startYear >= $from AND p.startYear <= $to
WITH everything, mentions, line, t, count(DISTINCT p) AS all
RETURN t.name AS topic, line.events AS events, all,
       CASE WHEN mentions >= 50 THEN toFloat(line.events) * everything / (toFloat(mentions) * all) END AS index
ORDER BY events DESC, topic LIMIT 5
