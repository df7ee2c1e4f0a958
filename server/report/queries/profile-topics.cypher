CALL collab.profile({country: $country, topic: $topic, fromYear: $from, toYear: $to, topics: 5})
YIELD topics
UNWIND topics AS t
RETURN t.name AS topic, t.observed AS events, t.index AS index, t.suppressed AS suppressed
