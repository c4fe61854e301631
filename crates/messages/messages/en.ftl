# What any message may refer to, as `{ days }`: it sees the variables of the message that refers to it.

days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
