CALL collab.profile({country: $country, topic: $topic, fromYear: $from, toYear: $to, partners: 5})
YIELD partners
UNWIND partners AS p
OPTIONAL MATCH (c:Country {iso2: p.unit})
RETURN p.unit AS country,
       coalesce([at IN range(0, size(coalesce(c.nameLanguages, [])) - 1) WHERE c.nameLanguages[at] = $language | c.names[at]][0], c.name) AS name,
       p.observed AS observed, p.share AS share, p.ratio AS ratio
