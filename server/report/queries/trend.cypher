CALL collab.trend({region: $region, against: $against, topic: $topic, fromYear: $from, toYear: $to})
YIELD series, toYear, observed, fractional, total, share, low, high, leadShare
RETURN series, toYear, observed, fractional, total, share, low, high, leadShare
ORDER BY series, toYear
