namespace OptInCampaign;

/// <summary>A line of the bakery's list, as somebody has typed it.</summary>
/// <param name="Number">The customer's number.</param>
/// <param name="Email">The address for the receipts; <see langword="null"/> where none was given.</param>
/// <param name="Language">The customer's language.</param>
/// <param name="TelegramUserId">Known of those who have ordered through the bot.</param>
internal sealed record Customer(string Number, string? Email, string Language, long? TelegramUserId);
