MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH DISTINCT c
OPTIONAL MATCH (c)<-[:LOCATED_IN]-(unit)
WITH c, count(unit) AS units
RETURN c.iso2 AS country, c.name AS name, units,
       CASE WHEN units = 0 THEN 'not connected' ELSE 'connected' END AS light
ORDER BY country
