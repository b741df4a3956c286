using System.Globalization;
using TelegramMarketing;

namespace OptInCampaign;

/// <summary>The bakery's list of customers, made up, with the mistakes that lists have. The same length gives the same list.</summary>
internal sealed class CustomerRegister
{
    public static readonly IReadOnlyList<string> Languages = ["it", "en", "es", "ru", "ar"];

    // The bakery is in Italy; most of its customers are too.
    private static readonly double[] _shares = [0.55, 0.2, 0.1, 0.1, 0.05];
    private readonly Random _random = new(7);
    private readonly List<Customer> _lines = [];
    private readonly List<Customer> _people = [];

    public CustomerRegister(int length, Town town)
    {
        while (_lines.Count < length)
        {
            _lines.Add(_random.NextDouble() switch
            {
                < 0.01 => Mistyped(),
                < 0.04 when _people.Count > 0 => Again(_people[_random.Next(_people.Count)]),
                _ => Next(town),
            });
        }
    }

    /// <summary>All lines.</summary>
    public IReadOnlyList<Customer> Lines => _lines;

    /// <summary>The customers without those lines that are wrong or there a second time.</summary>
    public IReadOnlyList<Customer> People => _people;

    /// <summary>Those of the list who told the bakery before that they want no advertising.</summary>
    public IEnumerable<Customer> Unwilling => _people.Where((_, place) => place % 50 == 11);

    /// <summary>Reads the list line by line, as from a file or a database.</summary>
    public async IAsyncEnumerable<InvitationRequest> ReadAsync()
    {
        foreach (var line in _lines)
        {
            yield return ToRequest(line);
        }

        await Task.CompletedTask;
    }

    public static InvitationRequest ToRequest(Customer customer) => new()
    {
        Channel = Town.Channel,
        Customer = customer.Number,
        EmailAddress = customer.Email,
        TelegramUserId = customer.TelegramUserId,
        Language = customer.Language,
        LegalBasis = LegalBasis.ExistingCustomer("has a loyalty card, and did not object when it was handed out"),
        AddressSource = "loyalty card",
    };

    private Customer Next(Town town)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"C-{_people.Count + 1:0000}");
        var luck = _random.NextDouble();
        var language = 0;
        while (language < Languages.Count - 1 && (luck -= _shares[language]) > 0)
        {
            language++;
        }

        var knowsBot = _random.NextDouble() < 0.45;
        var email = !knowsBot || _random.NextDouble() < 0.8 ? $"customer{_people.Count + 1}@{(_random.NextDouble() < 0.03 ? "gone" : "mail")}.example" : null;
        var person = town.Settle(number, Languages[language], knowsBot);
        var customer = new Customer(number, email, Languages[language], knowsBot ? person : null);
        _people.Add(customer);
        return customer;
    }

    /// <summary>The same customer once more: as somebody else has typed it, or under a second number.</summary>
    private Customer Again(Customer customer) => customer switch
    {
        { Email: { } email } when _random.Next(2) == 0 => customer with { Number = $"WEB-{customer.Number[2..]}", Email = email.ToUpperInvariant() },
        _ => customer with { Number = $" {customer.Number.ToLowerInvariant()} " },
    };

    private Customer Mistyped() => _random.Next(3) switch
    {
        0 => new Customer("", "nobody@mail.example", "it", null),
        1 => new Customer($"X-{_lines.Count + 1}", "anna@@mail", "it", null),
        _ => new Customer($"X-{_lines.Count + 1}", $"x{_lines.Count + 1}@mail.example", "it?", null),
    };
}
