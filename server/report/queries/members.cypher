MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.coverage({country: members})
YIELD unit, node, name, system, lastHarvest, coverage, light, institutions, researchers, publications, patents, companies, projects, challenges
OPTIONAL MATCH (node)<-[:LOCATED_IN]-(i:Institution)
WITH unit, node, name, system, lastHarvest, coverage, light, institutions, researchers, publications, patents, companies, projects, challenges,
     count(i) AS held, sum(CASE WHEN coalesce(i.ror, i.pic, i.nationalId) IS NULL THEN 0 ELSE 1 END) AS identified
RETURN unit AS country,
       coalesce([at IN range(0, size(coalesce(node.nameLanguages, [])) - 1) WHERE node.nameLanguages[at] = $language | node.names[at]][0], name) AS name,
       node.names AS names, node.nameLanguages AS languages, light,
       institutions, CASE WHEN researchers > 0 AND researchers < $smallestCell THEN null ELSE researchers END AS researchers,
       publications, patents, companies, projects, challenges,
       CASE WHEN held > 0 THEN toFloat(identified) / held END AS withId, toString(lastHarvest) AS lastHarvest
ORDER BY country
