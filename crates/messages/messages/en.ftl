# What any message may refer to, as `{ days }`: it sees the variables of the message that refers to it.

days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
# For how long, up to today.
lately = in the last { days }
# Those of whom something is said, as many as `$people`.
were = { $people ->
    [one] { $who } was
   *[other] { $who } were
}
