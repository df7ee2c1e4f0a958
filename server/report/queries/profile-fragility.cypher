CALL collab.robustness({country: $country, toRegion: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD node, country, articulation, loss
WHERE loss > 0 AND (country = $country OR loss >= 0.02)
RETURN coalesce(node.name, {unnamed: coalesce('PIC ' + toString(node.pic), node.ror, toString(node.id))}) AS name, country AS partnerCountry, articulation, loss
ORDER BY loss DESC, name LIMIT 3
