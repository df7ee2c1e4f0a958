CALL collab.brokerage({country: $country, groups: 'country', topic: $topic, fromYear: $from, toYear: $to, sources: 200})
YIELD node, coordinator, gatekeeper, liaison
WHERE gatekeeper + liaison > 0
RETURN coalesce(node.name, {unnamed: coalesce('PIC ' + toString(node.pic), node.ror, toString(node.id))}) AS name, gatekeeper, coordinator, liaison
ORDER BY gatekeeper DESC, node.id LIMIT 2
