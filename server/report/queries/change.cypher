CALL collab.diff({measure: 'internationalShare', region: $region, topic: $topic, oldSnapshot: $previous,
                  oldFrom: $from - 1, oldTo: $to - 1, newFrom: $from, newTo: $to})
YIELD unit, before, after, revision, change, low, high
RETURN unit AS country, before, after, revision, change, low AS changeLow, high AS changeHigh
ORDER BY country
