CALL collab.trend({region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD series, toYear, observed, fractional, total, share, low, high, leadShare
RETURN CASE WHEN series STARTS WITH 'intra ' THEN 'within' WHEN series ENDS WITH '-other' THEN 'others' WHEN series = 'domestic' THEN 'home' ELSE 'across' END AS series,
       toYear, observed, fractional, total, share, low, high, leadShare
ORDER BY series, toYear
