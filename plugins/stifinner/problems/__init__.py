"""What is wrong with the content, as data: made safe to say, told as text, annotations or data, and explained."""
