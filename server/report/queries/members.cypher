MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH DISTINCT c
OPTIONAL MATCH (c)<-[:LOCATED_IN]-(i:Institution)
WITH c, count(i) AS institutions, max(i.seenAt) AS lastSeen,
     sum(CASE WHEN coalesce(i.ror, i.pic, i.nationalId) IS NULL THEN 0 ELSE 1 END) AS identified
OPTIONAL MATCH (c)<-[:LOCATED_IN]-(company:Company)
WITH c, institutions, lastSeen, identified, count(company) AS companies
OPTIONAL MATCH (c)<-[:LOCATED_IN]-(:Institution)<-[:AFFILIATED_WITH]-(person:Researcher)
WITH c, institutions, lastSeen, identified, companies, count(DISTINCT person) AS persons
OPTIONAL MATCH (c)<-[:LOCATED_IN]-(:Institution)<-[:AFFILIATED_WITH]-(:Researcher)-[:AUTHORED]->(paper:Publication)
WHERE paper.year >= $from AND paper.year <= $to
WITH c, institutions, lastSeen, identified, companies, persons, count(DISTINCT paper) AS publications
OPTIONAL MATCH (c)<-[:LOCATED_IN]-()-[:APPLICANT_OF]->(patent:Patent)
WHERE patent.year >= $from AND patent.year <= $to
WITH c, institutions, lastSeen, identified, companies, persons, publications, count(DISTINCT patent) AS patents
OPTIONAL MATCH (c)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(project:Project)
WHERE project.startYear >= $from AND project.startYear <= $to
WITH c, institutions, lastSeen, identified, companies, persons, publications, patents,
     count(DISTINCT project) AS projects
OPTIONAL MATCH (c)<-[:LOCATED_IN]-()-[:PARTICIPATES_IN]->(work:Project)-[:ADDRESSES]->(challenge:Challenge)
WHERE work.startYear >= $from AND work.startYear <= $to
WITH c, institutions, lastSeen, identified, companies, persons, publications, patents, projects,
     count(DISTINCT challenge) AS challenges
RETURN c.iso2 AS country,
       coalesce([at IN range(0, size(coalesce(c.nameLanguages, [])) - 1) WHERE c.nameLanguages[at] = $language | c.names[at]][0], c.name) AS name,
       c.names AS names, c.nameLanguages AS languages,
       institutions,
       CASE WHEN persons > 0 AND persons < $smallestCell THEN null ELSE persons END AS researchers,
       publications, patents, companies, projects, challenges,
       CASE WHEN institutions > 0 THEN toFloat(identified) / institutions END AS withId,
       toString(lastSeen) AS lastSeen,
       CASE WHEN institutions + companies = 0 THEN 'not connected' ELSE 'connected' END AS light
ORDER BY country
