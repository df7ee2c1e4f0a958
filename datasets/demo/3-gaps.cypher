// Which challenges does no team work on across a border?
MATCH (challenge:Challenge)
OPTIONAL MATCH (challenge)<-[:ADDRESSES]-(project:Project)<-[:PARTICIPATES_IN]-(member)
OPTIONAL MATCH (member)-[:LOCATED_IN]->(country:Country)
WITH challenge, project, count(DISTINCT country) AS countries
WITH challenge, count(project) AS projects, max(countries) AS widest_team
WHERE widest_team < 2
RETURN challenge.title AS challenge, challenge.priority AS priority, projects
ORDER BY priority DESC
