MATCH (g:Region)<-[m:MEMBER_OF]-(c:Country)
WHERE g.id IN [$region, $against] AND m.from <= date($asOf) AND (m.to IS NULL OR m.to >= date($asOf))
RETURN c.iso2 AS country,
       coalesce([at IN range(0, size(coalesce(c.nameLanguages, [])) - 1) WHERE c.nameLanguages[at] = $language | c.names[at]][0], c.name) AS name,
       collect(g.id) AS region, toString(min(m.from)) AS since
ORDER BY country
