using System.Xml.Linq;
using Marten;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace CrisisCommand.Platform;

/// <summary>One key of the data protection ring, as its library writes it.</summary>
public sealed record SealKey(string Id, string Xml);

/// <summary>Keeps the data protection keys in the database, so that every node opens what another sealed, also after a restart.</summary>
public sealed class SealKeys(IDocumentStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var session = store.QuerySession(Realm.Live.Name);
        return [.. session.Query<SealKey>().ToListAsync().GetAwaiter().GetResult().Select(k => XElement.Parse(k.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var session = store.LightweightSession(Realm.Live.Name);
        session.Store(new SealKey(friendlyName, element.ToString(SaveOptions.DisableFormatting)));
        session.SaveChangesAsync().GetAwaiter().GetResult();
    }
}

public static class SealKeysSetup
{
    public static void AddSealKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("CrisisCommand");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => new ConfigureOptions<KeyManagementOptions>(o =>
            o.XmlRepository = new SealKeys(s.GetRequiredService<IDocumentStore>())
        ));
    }
}
