CALL collab.trend({region: $region, against: $against, country: $country, topic: $topic, fromYear: $from, toYear: $to})
YIELD series, toYear, observed, total, share, low, high
RETURN CASE WHEN series = $country + '-' + $region THEN 'withMembers' WHEN series = $country + '-' + $against THEN 'across' WHEN series = 'domestic' THEN 'home' ELSE 'others' END AS series,
       toYear, observed, total, share, low, high
ORDER BY series, toYear
