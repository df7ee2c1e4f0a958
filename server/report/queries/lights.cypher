MATCH (:Region {id: $region})<-[m:MEMBER_OF]-(c:Country)
WHERE m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
WITH collect(DISTINCT c.iso2) AS members
CALL collab.coverage({country: members}) YIELD unit, name, coverage, light, system, lastHarvest
RETURN unit AS country, name, light, coverage, system, toString(lastHarvest) AS lastHarvest
ORDER BY country
