CALL collab.trend({region: $region, against: $against, country: $country, topic: $topic, fromYear: $from, toYear: $to})
YIELD series, toYear, observed, total, share, low, high
WITH collect({series: series, toYear: toYear, observed: observed, total: total, share: share, low: low, high: high}) AS points
UNWIND CASE WHEN any(point IN points WHERE point.total > 0) THEN points ELSE [] END AS point
WITH point.series AS series, point.toYear AS toYear, point.observed AS observed, point.total AS total,
     point.share AS share, point.low AS low, point.high AS high
RETURN CASE WHEN series = $country + '-' + $region THEN 'withMembers' WHEN series = $country + '-' + $against THEN 'across' WHEN series = 'domestic' THEN 'home' ELSE 'others' END AS series,
       toYear, observed, total, share, low, high
ORDER BY series, toYear
