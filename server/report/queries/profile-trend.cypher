CALL collab.trend({region: $region, against: $against, country: $country, topic: $topic, fromYear: $from, toYear: $to})
YIELD series, toYear, observed, total, share, low, high
RETURN series, toYear, observed, total, share, low, high
ORDER BY series, toYear
