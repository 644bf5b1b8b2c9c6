# Traces in lists.

card-featured = Featured
# Follows the author's name.
# $discipline (String)
card-discipline = , { $discipline }
card-chosen-by = chosen by{" "}
card-gone = a member who has left
