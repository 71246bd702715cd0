using CrisisCommand.Platform.Texts;
using MimeKit;
using PhoneNumbers;

namespace CrisisCommand.People;

/// <summary>Numbers and addresses as they are stored: E.164, and RFC 5322 without a display name.</summary>
public static class Addresses
{
    /// <summary>Where a number without a country is taken to be.</summary>
    private const string Home = "SE";

    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private static readonly ParserOptions Strict = new() { AllowAddressesWithoutDomain = false };

    /// <summary>The number or address in its stored form under the salt that it came with; null where it is none.</summary>
    public static CommittedText? Normal(Channel channel, CommittedText given)
    {
        var normal = given.Words is { } words ? (channel == Channel.Email ? Email(words) : Phone(words)) : null;
        return normal is null ? null : CommittedText.Commit(normal, given.Salt!);
    }

    /// <summary>E.164, <c>+46701740605</c>; null where no telephone has such a number. An extension cannot be dialled and is none.</summary>
    public static string? Phone(string given)
    {
        try
        {
            var number = Numbers.Parse(given, Home);
            return Numbers.IsValidNumber(number) && !number.HasExtension ? Numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>A stored number as it is dialled by hand from here, <c>070-174 06 05</c>; as it stands where it is no number.</summary>
    public static string Dialled(string stored)
    {
        try
        {
            var number = Numbers.Parse(stored, Home);
            var here = number.CountryCode == Numbers.GetCountryCodeForRegion(Home);
            return Numbers.Format(number, here ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        }
        catch (NumberParseException)
        {
            return stored;
        }
    }

    /// <summary>The bare address, as it was given; null where it is none, or names more than one.</summary>
    public static string? Email(string given) =>
        MailboxAddress.TryParse(Strict, given, out var mailbox) && mailbox.Address == given.Trim() ? mailbox.Address : null;
}
