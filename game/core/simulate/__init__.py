"""Lives without a screen: diaries as text, made-up children, day by day."""
